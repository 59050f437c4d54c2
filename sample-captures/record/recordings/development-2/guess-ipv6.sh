# Over IPv6 SIPp tries words for a few users; the last one is right. SIPp is the phones and brings them calls.
MAX_SECONDS=150
BLOCK=$(drawn block 20 88)
WEAK=${BLOCK}0$(drawn weak 1 9)
WEAK_PASSWORD=$(one_of password welcome123 phone0 monday2026)
add_host proxy "$PROXY6"
PROXY=[$PROXY6]
start_proxy -A WITH_IPV6 -A WITH_OFFICE -A WITH_ROAMING -A "EXISTING=\"^$BLOCK[0-2][0-9]\$\"" -A "WEAK_USER=\"$WEAK\"" -A "WEAK_PASSWORD=\"$WEAK_PASSWORD\""
add_users dect 2001:db8::45 "${BLOCK}10" "${BLOCK}21"
add_host provider2 2001:db8::71
CARRIER_CALLING=2001:db8::71
guesser=2001:db8::$(drawn address 72 99)
add_attacker guesser "$guesser"
mapfile -t list < <(words_with "$WEAK_PASSWORD" "$(drawn words 4 7)")
for word in "${list[@]}"; do
    for user in "${BLOCK}10" "${BLOCK}11" "$WEAK"; do echo "$user;example.org;[authentication username=$user password=$word];"; done
done | write_list "$scratch/guesses.csv"
sipp_list guess "$scratch/guesses.csv" "$guesser" 5060 "$(drawn rate 40 90)" -key agent "$(product guesser)"
start_office_capture udp port 5060
keep_alive 7
for n in $(seq 1 11); do
    at "$((n * 4)).$((n * 37 % 100))" incoming "$((5070 + n))" "$((BLOCK * 100 + 10 + n * 5 % 12))" "0555$((n % 10))01$((10 + n * 7))" "$((2 + n % 4))s"
done
at "$(drawn start 9 14)" attack A1 password_cracking guesser 5060 "SIPp tries ${#list[@]} words for three users over IPv6; one guess is right." \
    "$(version_of sipp)" "${list_command[@]}" "$PROXY:5060"
play
wait_for A1
close_office
