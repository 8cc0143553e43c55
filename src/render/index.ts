export const formats: Readonly<
  Record<
    string,
    {
      readonly extension: string;
      readonly load: () => Promise<(report: import('../model/report.ts').Report, options: { draft: boolean; internal: boolean }) => string>;
    }
  >
> = {};
