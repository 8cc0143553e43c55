#compdef report
# zsh completion of report
_report() {
  local -a lines whole open
  local line word note
  lines=("${(@f)$(command "${(Q)words[1]/#\~/$HOME}" complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  for line in "${(@)lines[2,-1]}"; do
    word=${line%%$'\t'*}
    note=${line#*$'\t'}
    word=${word//:/\\:}
    if [[ $word == *[/:=] ]]; then
      open+=("$word:$note")
    else
      whole+=("$word:$note")
    fi
  done
  _describe -V -t report report whole -- open -S ''
}
if [[ $funcstack[1] == _report ]]; then
  _report "$@"
else
  compdef _report report
fi
