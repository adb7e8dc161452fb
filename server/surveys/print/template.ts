/** The sheet, in Typst. What people wrote comes in as data and is never read as Typst. */
export const template = String.raw`#let paper = json(bytes(sys.inputs.data))
#let words = paper.words
#set document(title: paper.title)
#set page(
  paper: "a4",
  margin: (x: 2cm, y: 2cm),
  footer: context align(center, text(8pt, fill: luma(90))[#counter(page).display("1 / 1", both: true)]),
)
#set text(
  font: if paper.rightToLeft { ("Vazirmatn", "Noto Sans") } else {
    ("Noto Sans", "Vazirmatn", "Noto Sans Bengali", "Noto Sans Gurmukhi", "Noto Sans Ethiopic")
  },
  size: 10.5pt,
  lang: paper.language,
  dir: if paper.rightToLeft { rtl } else { ltr },
)
#set par(leading: 0.65em)
#show heading: set block(above: 1.4em, below: 0.8em)

#let box-of(several) = if several { box(width: 0.9em, height: 0.9em, stroke: 0.7pt, baseline: 0.1em) } else {
  box(baseline: 0.12em, circle(radius: 0.45em, stroke: 0.7pt))
}
#let rule = block(above: 2em, below: 0pt, line(length: 100%, stroke: 0.5pt + luma(120)))
#let asked(it) = {
  text(weight: 600)[#it.number. #it.text]
  if it.at("if") != "" { linebreak(); text(9pt, style: "normal", fill: luma(60), it.at("if")) }
  if it.hint != "" { linebreak(); text(9pt, fill: luma(60), it.hint) }
}
#let question(it, body) = block(breakable: false, above: 1.3em, width: 100%)[#asked(it) #v(0.2em) #body]

#heading(level: 1, paper.title)
#block(fill: luma(240), inset: 8pt, radius: 3pt, width: 100%)[#words.intro]

#for it in paper.lines {
  if it.is == "heading" {
    heading(level: 2, if it.text == "" { "–" } else { it.text })
    if it.note != "" { text(9pt, fill: luma(60), it.note) }
  } else if it.is == "note" {
    block(above: 1.2em, it.text)
  } else if it.is == "choices" {
    let short = it.choices.all(each => each.clusters().len() < 22)
    question(it)[
      #text(8.5pt, fill: luma(60), if it.several { words.tick-all } else { words.tick-one })
      #grid(
        columns: if short { (1fr,) * 3 } else { (1fr,) },
        row-gutter: 0.7em,
        column-gutter: 1em,
        ..it.choices.map(each => [#box-of(it.several) #h(0.4em) #each]),
      )
      #if it.more > 0 { text(9pt, words.more) ; rule }
    ]
  } else if it.is == "rank" {
    question(it)[
      #text(8.5pt, fill: luma(60), words.rank)
      #grid(
        columns: (1fr,),
        row-gutter: 0.7em,
        ..it.choices.map(each => [#box(width: 1.6em, height: 1.1em, stroke: 0.7pt, baseline: 0.2em) #h(0.4em) #each]),
      )
    ]
  } else if it.is == "matrix" {
    block(breakable: false, above: 1.3em)[
      #text(weight: 600, it.text)
      #table(
        columns: (2fr, ..it.columns.map(_ => 1fr)),
        align: (start + horizon, ..it.columns.map(_ => center + horizon)),
        stroke: 0.4pt + luma(140),
        table.header([], ..it.columns.map(each => text(9pt, each))),
        ..it.rows.map(row => ([#row.number. #row.text], ..it.columns.map(_ => box-of(false)))).flatten(),
      )
    ]
  } else {
    question(it)[
      #if it.short {
        block(above: 0.9em, box(width: 45%, height: 1.7em, stroke: 0.7pt + luma(120)))
      } else {
        for _ in range(it.lines) { rule }
      }
    ]
  }
}
#v(1em)
#block(breakable: false)[#text(9pt, words.thanks)]
`
