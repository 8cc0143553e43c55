declare function importModule(address: string): Promise<unknown>;
export = importModule;
