# SPDX-License-Identifier: GPL-3.0-or-later

set -l commands export info new format diff merge thumbnail

complete -c commons-board -n "not __fish_seen_subcommand_from $commands" -f
complete -c commons-board -n "not __fish_seen_subcommand_from $commands" -l version -d 'Show the version'
complete -c commons-board -s h -l help -d 'Show the options'

complete -c commons-board -n "not __fish_seen_subcommand_from $commands" -a export -d 'Make a picture of a board'
complete -c commons-board -n "not __fish_seen_subcommand_from $commands" -a info -d 'Tell what a board holds'
complete -c commons-board -n "not __fish_seen_subcommand_from $commands" -a new -d 'Make a new board'
complete -c commons-board -n "not __fish_seen_subcommand_from $commands" -a format -d 'Write a board in the canonical form'
complete -c commons-board -n "not __fish_seen_subcommand_from $commands" -a diff -d 'Tell in words what changed'
complete -c commons-board -n "not __fish_seen_subcommand_from $commands" -a merge -d 'Merge two copies of a board'
complete -c commons-board -n "not __fish_seen_subcommand_from $commands" -a thumbnail -d 'Make a small picture for file managers'

complete -c commons-board -n '__fish_seen_subcommand_from export' -s f -l format -x -a 'png svg pdf' -d 'Format'
complete -c commons-board -n '__fish_seen_subcommand_from export' -s s -l scale -x -d 'Pixels for each unit of the board'
complete -c commons-board -n '__fish_seen_subcommand_from export' -s w -l width -x -d 'Width of the picture in pixels'
complete -c commons-board -n '__fish_seen_subcommand_from export' -s t -l theme -x -a 'light dark print' -d 'Colours'
complete -c commons-board -n '__fish_seen_subcommand_from export' -l transparent -d 'Leave the background out'
complete -c commons-board -n '__fish_seen_subcommand_from export' -l no-imprint -d 'Leave out the line under the picture'
complete -c commons-board -n '__fish_seen_subcommand_from info' -s j -l json -d 'Print JSON, for programs'
complete -c commons-board -n '__fish_seen_subcommand_from new' -s t -l template -x \
  -a 'governance economic argument business-model blank' -d 'What to begin with'
complete -c commons-board -n '__fish_seen_subcommand_from new' -s l -l language -x -a 'en fr' -d 'Language of the board'
complete -c commons-board -n '__fish_seen_subcommand_from new' -l title -x -d 'Title of the board'
complete -c commons-board -n '__fish_seen_subcommand_from new' -l force -d 'Replace the file when there is one'
complete -c commons-board -n '__fish_seen_subcommand_from export new format merge' -s o -l output -r -d 'The file to write'
complete -c commons-board -n '__fish_seen_subcommand_from thumbnail' -s s -l size -x -d 'Pixels of the longer side'
