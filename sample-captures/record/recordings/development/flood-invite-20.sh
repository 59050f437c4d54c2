# SIPp sends 20 INVITEs a second and no ACK. Meanwhile the office telephones.
open_office
add_attacker flooder 198.51.100.77
start_office_capture
keep_alive 9
office_day 52 60
at 20 attack A1 invite_flood flooder 5060 "SIPp sends 240 INVITEs, 20 a second, for 1003, whose phone rings and then is busy, and no ACK." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-invite.xml" -nostdin -default_behaviors none \
    -i "${address_of[flooder]}" -mi "${address_of[flooder]}" -p 5060 -s 1003 -r 20 -m 240 192.0.2.1:5060
play
wait_for A1
close_office
