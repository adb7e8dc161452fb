/** The two packages that the comparison needs carry no types; these are the parts it uses. */
declare module 'openrosa-xpath-evaluator' {
  export default function makeEvaluator(): {
    evaluate(
      expression: string,
      at: Node,
      resolver: null,
      kind: number,
    ): { stringValue: string; numberValue: number; booleanValue: boolean }
  }
}

declare module 'jsdom' {
  export class JSDOM {
    constructor(markup: string, options: { contentType: string })
    readonly window: Window & typeof globalThis
  }
}
