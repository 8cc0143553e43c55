# bash completion of report
_report() {
  local line=${COMP_LINE:0:COMP_POINT} i word='' gap words=() kind=''
  # `=` and `:` part words here: what was written as one is put together
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    gap=${line%%[![:space:]]*}
    line=${line#"$gap"}
    [ "$i" -lt "$COMP_CWORD" ] || word=${word:0:${#line}}
    if [ "$i" -gt 0 ] && [ -z "$gap" ] && [ -n "$word" ]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    line=${line#"$word"}
  done
  case $word in = | : | [=:][=:]) word='' ;; esac
  local last=${words[${#words[@]} - 1]} asked=() fit=() notes=() note width=0
  local before=${last%"$word"}
  for word in "${words[@]:1}"; do
    case $word in
      \"* | \'*) word=${word//[\"\']/} ;;
      *) word=${word//\\/} ;;
    esac
    asked+=("$word")
  done
  while IFS=$'\t' read -r word note; do
    if [ -z "$kind" ]; then
      kind=$word
      continue
    fi
    word=${word#"$before"}
    [ "${#word}" -le "$width" ] || width=${#word}
    fit+=("$word")
    notes+=("$note")
  done < <(command "${1/#\~/$HOME}" complete -- "${asked[@]}" 2>/dev/null)
  COMPREPLY=("${fit[@]}")
  [ "${#fit[@]}" -gt 0 ] || return 0
  [ "$kind" != paths ] || compopt -o filenames 2>/dev/null
  if [ "${#fit[@]}" -eq 1 ]; then
    case ${fit[0]} in *[/:=]) compopt -o nospace 2>/dev/null ;; esac
    return 0
  fi
  # the shell itself marks folders in a list
  [ "$kind" != paths ] || COMPREPLY=("${fit[@]%/}")
  # a list that is shown says what the words mean; what is written into the line does not
  if [ "$kind" = words ]; then
    case ${COMP_TYPE-} in
      63 | 33 | 64)
        for ((i = 0; i < ${#fit[@]}; i++)); do
          [ -z "${notes[i]}" ] || printf -v 'COMPREPLY[i]' '%-*s  (%s)' "$width" "${fit[i]}" "${notes[i]}"
        done
        ;;
    esac
  fi
  return 0
}
complete -F _report report
