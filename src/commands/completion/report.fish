# fish completion of report
function __report_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct | string unescape)
    test -n "$current"; or set current ''
    set -l before
    test (count $words) -gt 1; and set before $words[2..-1]
    set -l lines (command $words[1] complete -- $before $current 2>/dev/null)
    test (count $lines) -gt 1; and printf '%s\n' $lines[2..-1]
end
complete -c report -f -a '(__report_complete)'
