/** What a command or an environment of LaTeX is to a reader. */
export type CommandRole =
  /** Its argument is part of the text around it: `\emph{so}`. */
  | 'transparent'
  /** It changes how the text behind it looks: `\bfseries`. */
  | 'switch'
  /** It shows nothing, nor do its arguments: `\label{x}`. */
  | 'unseen'
  /** It ends the paragraph before it and shows nothing: `\clearpage`. */
  | 'break'
  /** It shows something that is made elsewhere: `\ref{x}`, `\cite{y}`. */
  | 'object'
  /** Its argument is shown as it is, and is no prose: `\texttt{x}`. */
  | 'code'
  /** Its argument is taken sign by sign: `\url{x}`. */
  | 'address'
  | 'heading'
  | 'caption'
  | 'note'
  | 'quoted'
  | 'line-break'
  | 'item';

/** The role of a command; one that nobody knows here shows who knows what. */
export function roleOfCommand(name: string): CommandRole {
  return roles.get(name) ?? 'object';
}

/** How many arguments stand before the one that is text: the address of `\href{address}{text}`. */
export function argumentsBefore(name: string): number {
  return leading.get(name) ?? 0;
}

/** Whether an environment holds mathematics, which is part of the sentence around it. */
export function isMath(environment: string): boolean {
  return math.has(plain(environment));
}

/** Whether an environment holds what is no prose. */
export function isForeign(environment: string): boolean {
  return foreign.has(plain(environment));
}

/** Whether an environment is a table, in which `&` parts the cells. */
export function isTable(environment: string): boolean {
  return tables.has(plain(environment));
}

export function isQuotation(environment: string): boolean {
  return /^(?:quot(?:e|ation)|verse|displayquote|epigraph)$/.test(environment);
}

/** Whether everything in an environment up to its end is taken as it is: no comment, no command counts in it. */
export function isVerbatim(environment: string): boolean {
  return /^(?:[BL]?[Vv]erbatim|lstlisting|minted|comment|filecontents|alltt|verbatimtab)$/.test(
    plain(environment),
  );
}

function plain(environment: string): string {
  return environment.replace(/\*$/, '');
}

const math = words(
  'math displaymath equation align alignat flalign gather multline eqnarray dmath dgroup subequations IEEEeqnarray',
);

const foreign = words(
  `tikzpicture pgfpicture picture algorithm algorithmic algorithm2e thebibliography forest pspicture circuitikz
   chemfig feynman axis tabbing CJK bibliography`,
);

const tables = words('tabular tabularx tabulary longtable array supertabular xltabular tblr');

const roles: ReadonlyMap<string, CommandRole> = new Map<string, CommandRole>([
  ...named(
    'transparent',
    `emph textbf textit textsl textsc textrm textsf textup textmd textnormal underline uline uwave text mbox fbox
     framebox makebox centerline uppercase lowercase MakeUppercase MakeLowercase textlf lowercase href textcolor
     colorbox parbox raisebox multicolumn multirow resizebox scalebox rotatebox hbox textsuperscript textsubscript
     so hl`,
  ),
  ...named(
    'switch',
    `em bf it sl sc rm sf up md bfseries itshape slshape scshape rmfamily sffamily upshape mdseries normalfont
     tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge centering raggedright raggedleft
     noindent indent protect relax hfill vfill hline toprule midrule bottomrule sloppy fussy allowbreak nobreak
     null strut leavevmode ignorespaces unskip onehalfspacing doublespacing singlespacing selectfont begingroup
     endgroup bgroup egroup phantomsection nopagebreak footnotemark`,
  ),
  ...named(
    'unseen',
    `label index glossary hspace vspace phantom hphantom vphantom cline cmidrule addlinespace selectlanguage
     thispagestyle pagestyle setlength addtolength setcounter addtocounter stepcounter refstepcounter color
     pagenumbering nocite hyphenation nolinebreak linebreak kern hskip vskip addcontentsline markboth markright
     graphicspath hypersetup newcommand renewcommand providecommand newenvironment renewenvironment newtheorem
     def let DeclareMathOperator usepackage documentclass input include includeonly bibliography
     bibliographystyle addbibresource theoremstyle geometry lstset author date institute affil email
     rowcolor tolerance emergencystretch fontsize setstretch keywords captionsetup subjclass hypertarget`,
  ),
  ...named(
    'break',
    `par maketitle tableofcontents listoffigures listoftables clearpage newpage cleardoublepage pagebreak appendix
     bigskip medskip smallskip frontmatter mainmatter backmatter printbibliography printindex hrule columnbreak
     includegraphics titlepage`,
  ),
  ...named('object', 'today thepage'),
  ...named('code', 'texttt code foreignlanguage textgreek textcyrillic'),
  ...named('address', 'url path nolinkurl lstinline'),
  ...named(
    'heading',
    'title part chapter section subsection subsubsection paragraph subparagraph frametitle framesubtitle',
  ),
  ...named('caption', 'caption captionof subcaption'),
  ...named('note', 'footnote thanks footnotetext endnote marginpar sidenote'),
  ...named('quoted', 'enquote'),
  ...named('line-break', 'newline tabularnewline'),
  ...named('item', 'item bibitem'),
]);

const leading: ReadonlyMap<string, number> = new Map([
  ['href', 1],
  ['textcolor', 1],
  ['colorbox', 1],
  ['parbox', 1],
  ['raisebox', 1],
  ['rotatebox', 1],
  ['multicolumn', 2],
  ['multirow', 2],
  ['resizebox', 2],
  ['scalebox', 1],
  ['captionof', 1],
  ['foreignlanguage', 1],
]);

function named(role: CommandRole, names: string): readonly (readonly [string, CommandRole])[] {
  return names.split(/\s+/).map((name) => [name, role] as const);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
