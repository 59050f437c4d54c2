# With a stolen password somebody calls expensive numbers, and all calls are answered. The server hides who is behind it.
draw_place
CARRIER_SCENARIO=carrier-answers
open_office -A WITH_TOPOLOGY_HIDDEN
add_handsets 7 2
thief=$(stranger thief)
add_attacker thief "$thief"
user=$BLOCK$(drawn user 20 26)
for n in $(seq "$(drawn calls 8 13)"); do echo "00$(one_of "country$n" 88155 87077 23177 37167 25299)0$(drawn "number$n" 100000 999999);"; done |
    write_list "$scratch/numbers.csv"
sed "s#User-Agent: .*#User-Agent: $(product thief)#" "$parts/sipp/fraud.xml" >"$parts/sipp/stolen.xml"
sipp_list stolen "$scratch/numbers.csv" "$thief" 5060 "$(drawn rate 24 40)" -key user "$user" -au "$user" -ap "secret$user" -d "$(drawn talk 6 12)000"
begin
ordinary_day 40
at 10 attack A1 toll_fraud thief 5060 "As $user a stranger calls $(($(wc -l <"$scratch/numbers.csv") - 1)) numbers abroad; all answer." \
    "$(version_of sipp)" "${list_command[@]}" "$PROXY:5060"
echo "$user toll_fraud" >>"$scratch/users"
sed -i "/^$user normal/d" "$scratch/users"
finish A1
