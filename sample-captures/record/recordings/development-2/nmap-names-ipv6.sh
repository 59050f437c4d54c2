# Over IPv6 nmap asks by its script sip-enum-users which extensions exist. SIPp is the phones and brings them calls.
MAX_SECONDS=150
BLOCK=$(drawn block 20 88)
add_host proxy "$PROXY6"
PROXY=[$PROXY6]
start_proxy -A WITH_IPV6 -A WITH_OFFICE -A WITH_ROAMING -A "EXISTING=\"^$BLOCK[0-2][0-9]\$\""
add_users dect 2001:db8::45 "${BLOCK}01" "${BLOCK}12"
add_host provider2 2001:db8::71
CARRIER_CALLING=2001:db8::71
add_attacker one "2001:db8::$(drawn address 1000 9000)"
first=$((BLOCK * 100 - $(drawn before 5 20)))
start_office_capture udp port 5060
keep_alive 7
for n in $(seq 1 11); do
    at "$((n * 4)).$((n * 37 % 100))" incoming "$((5070 + n))" "$BLOCK$(printf %02d $((1 + n * 5 % 12)))" "0555$((n % 10))01$((10 + n * 7))" "$((2 + n % 4))s"
done
at "$(drawn start 9 15)" attack A1 scan one 0 "nmap asks over IPv6 by REGISTER for $first to $((first + 60))." \
    "$(version_of nmap)" nmap -6 -n -Pn -sU -p 5060 --script sip-enum-users \
    --script-args "sip-enum-users.minext=$first,sip-enum-users.maxext=$((first + 60)),sip-enum-users.padding=4" 2001:db8::1
play
wait_for A1
close_office
