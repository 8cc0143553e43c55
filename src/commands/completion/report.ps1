# PowerShell completion of report: written by the book, not tried yet
Register-ArgumentCompleter -Native -CommandName report -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
    ForEach-Object { if ($null -ne $_.Value) { "$($_.Value)" } else { $_.Extent.Text } })
  # not every PowerShell hands on an empty word, so that it is said
  $new = @(if ($wordToComplete -eq '') { '--new' })
  $encoding = [Console]::OutputEncoding
  try {
    [Console]::OutputEncoding = [Text.Encoding]::UTF8
    $lines = @(& $commandAst.GetCommandName() complete @new '--' @words 2>$null)
  } finally {
    [Console]::OutputEncoding = $encoding
  }
  $lines | Select-Object -Skip 1 | ForEach-Object {
    $word, $note = $_ -split "`t", 2
    if (-not $note) { $note = $word }
    $text = if ($word -match '[\s''"$();&|{}]') { "'" + ($word -replace "'", "''") + "'" } else { $word }
    [System.Management.Automation.CompletionResult]::new($text, $word, 'ParameterValue', $note)
  }
}
