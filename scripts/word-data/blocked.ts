/** Frequent in the text, yet misspelt, foreign, a piece of a word or of code: neither trusted nor proposed. */
export const blocked: ReadonlySet<string> = new Set(
  `aways beleive benefitting cancelation choses comed cumulate cumulated cumulation discernable ecstacy equipments
  faither gived goin heerd hight homogenous imbedded infact intelligences interferences knowed meseemeth mindedly
  occured occurence publically recieve recieved refered seperate seperated seperately sobre speeded supercede
  superceded supercedes telled thinkin throated throughs tions tha thro unfrequently untill wich writting abbrevnonumber
  adapteroraclebusinessshort adapterpacknoversion adaptersqlshort afproductnameshort consumeadapterservshort
  addadapterservrefshort iisver eletrônica ments functoid functoids hatless belike burthen waggon waggons dulness
  fulness connexion connexions gayly gipsy missis prentice meself hisself afeared agin allus babby wery arter
  cometh knowest mayest wert chesnut ancles awnly`.split(/\s+/),
);
