import { SaxesParser } from 'saxes';
import { DocumentProblem } from '../../core/problem.ts';
import { depthMax } from '../limits.ts';

/**
 * Lets only XML through that every reader takes: well-formed, namespaces declared, no DOCTYPE, not too deep.
 * Throws DocumentProblem: 'corrupt' or 'unsafe'.
 */
export function checkXml(xml: string, part: string): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw new DocumentProblem('corrupt', `The part ${part} is not well-formed XML.`);
  });
  parser.on('doctype', () => {
    throw new DocumentProblem('unsafe', `The part ${part} declares a DOCTYPE.`);
  });
  parser.on('opentag', () => {
    depth += 1;
    if (depth > depthMax) {
      throw new DocumentProblem('unsafe', `The part ${part} nests over ${depthMax} elements.`);
    }
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  for (let at = 0; at < xml.length; at += stepUnits) parser.write(xml.slice(at, at + stepUnits));
  parser.close();
}

/** The parser copies what it is fed, so it is fed by the spoon. */
const stepUnits = 65_536;
