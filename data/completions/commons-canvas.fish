# SPDX-License-Identifier: GPL-3.0-or-later

complete -c commons-canvas -s t -l template -x -a 'governance economic argument business-model blank' \
  -d 'Begin a new board'
complete -c commons-canvas -l open -d 'Ask which board to open'
complete -c commons-canvas -l example -d 'Open the worked example'
complete -c commons-canvas -l version -d 'Show the version'
complete -c commons-canvas -s h -l help -d 'Show the options'
