# With the right password somebody outside registers a second phone for 1004; calls for 1004 ring
# there as well, and it takes them.
open_office -A WITH_ROAMING
add_attacker thief 203.0.113.150
start_office_capture
keep_alive 14
office_day 73 100 25-84
set_up_softphone thief thief 1004 60 secret1004
at 15 attack A1 hijack:registration_hijack thief 5060 "Somebody outside registers another Contact for 1004 with the right password, and takes its calls." \
    "$(version_of baresip)" baresip -v -f "$scratch/thief"
for second in 28 46 64; do
    at "$second" tell 1002 dial sip:1004@example.org
    at "$((second + 2))" tell thief accept
    at "$((second + 9))" tell 1002 hangup
done
at 90 tell thief quit
play
wait_for A1
close_office
