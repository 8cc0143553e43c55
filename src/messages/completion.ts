import type { Words } from '../diagnostic.ts';

/** The shells of which there is a script, `src/commands/completion/report.*`. */
export const shells = ['bash', 'zsh', 'fish', 'pwsh'] as const;

/** What the help says of completion in shells. */
export const completionHelp = {
  command: {
    en: 'print what makes a shell complete commands, options, rules and files',
    zh: '输出在终端里按 Tab 键补全命令、选项、规则和文件名的脚本',
  },
  shell: { en: 'the shell it is for', zh: '用于哪种 shell' },
  setUp: {
    en: `
Put it where the shell looks for it:

  bash   report completion bash > ~/.local/share/bash-completion/completions/report
         (or, without the package bash-completion, in ~/.bashrc: eval "$(report completion bash)")
  zsh    report completion zsh > ~/.zfunc/_report
         (with fpath=(~/.zfunc $fpath) before compinit in ~/.zshrc)
  fish   report completion fish > ~/.config/fish/completions/report.fish
  pwsh   report completion pwsh >> $PROFILE   (written by the book, not tried yet)

Folders that are not there yet have to be made first. The script asks the installed report what fits, so it stays right after an update.
`,
    zh: `
放到 shell 会去找的地方：

  bash   report completion bash > ~/.local/share/bash-completion/completions/report
         （没有装 bash-completion 的，在 ~/.bashrc 里写：eval "$(report completion bash)"）
  zsh    report completion zsh > ~/.zfunc/_report
         （~/.zshrc 里在 compinit 之前写 fpath=(~/.zfunc $fpath)）
  fish   report completion fish > ~/.config/fish/completions/report.fish
  pwsh   report completion pwsh >> $PROFILE（照文档写成，尚未试过）

文件夹还没有的，要先建好。脚本每次向装好的 report 询问，升级后不必重做。
`,
  },
} as const satisfies Readonly<Record<string, Words>>;
