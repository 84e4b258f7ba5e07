#!/bin/sh
# Plays the beginning of the Mill in the real client in tmux, and prints a capture after each key that
# is worth seeing, for Recording:
#   tui-client/src/test/java/lamplight/tui/record.sh |
#     java -cp tui-client/target/classes:tui-client/target/test-classes lamplight.tui.Recording > tui-client/recording.svg
# PLAY is the command of the client (./lamplight play).
set -eu
memory=$(mktemp -d)
tmux="tmux -L lamplight-recording"
trap '$tmux kill-server 2>/dev/null; rm -rf "$memory"' EXIT
$tmux new-session -d -s play -x 100 -y 30 "env XDG_STATE_HOME=$memory XDG_CONFIG_HOME=$memory TERM=tmux-256color COLORTERM=truecolor ${PLAY:-./lamplight play}"

# shot SECONDS: what is seen now, and for how long it is shown
shot() {
  sleep "${WAIT:-0.6}"
  printf '\f%s\n' "$1"
  $tmux capture-pane -e -p -t play
}

# say WORDS: typed a few letters at a time
say() {
  rest=$1
  while [ -n "$rest" ]; do
    few=$(printf %.4s "$rest")
    rest=${rest#"$few"}
    $tmux send-keys -t play -l "$few"
    WAIT=0.2 shot 0.25
  done
  $tmux send-keys -t play Enter
  shot 1.8
}

sleep "${START:-5}"
say Ann
WAIT=1 shot 1
$tmux send-keys -t play Down; shot 0.8
$tmux send-keys -t play Down; shot 0.8
$tmux send-keys -t play Up Up; shot 0.8
$tmux send-keys -t play Enter; WAIT=2 shot 2.5
say 'talk to tilda'
say 'north'
say 'up'
$tmux send-keys -t play M-+; shot 1
$tmux send-keys -t play M--; shot 0.8
$tmux send-keys -t play -l 'exa'; shot 0.8
$tmux send-keys -t play Tab Tab; shot 1
$tmux send-keys -t play Escape; shot 0.5
$tmux send-keys -t play C-p; shot 1
$tmux send-keys -t play -l 'take'; shot 1.4
$tmux send-keys -t play Enter; shot 2.4
say 'inventory'
shot 2
