# nmap tries a few words for a few users by its script sip-brute, at a telephone system of another make (sip.js): of Kamailio's
# challenges, which name no algorithm, it can make nothing.
draw_place
use_pbx
open_office
add_handsets 8 2
add_attacker one "$(stranger one)"
users=$(drawn users 2 4)
for n in $(seq "$users"); do echo "$BLOCK$((19 + n))"; done >"$scratch/accounts"
words_with "$(one_of end summer0 office)" "$(drawn words 6 14)" >"$scratch/words"
begin
ordinary_day 44
at "$(drawn start 11 16)" attack A1 password_cracking one 0 "nmap tries words as passwords of $users users by its script sip-brute." \
    "$(version_of nmap)" nmap -n -Pn -sU -p 5060 --host-timeout 60s --script sip-brute \
    --script-args "userdb=$scratch/accounts,passdb=$scratch/words,brute.threads=$(drawn threads 1 3),brute.start=1" "$PROXY"
finish A1
