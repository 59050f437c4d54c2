# Over IPv6 svwar asks by OPTIONS for extensions of a server that says which of them exist. SIPp is
# the phones and brings them calls.
MAX_SECONDS=150
add_host proxy "$PROXY6"
PROXY=[$PROXY6]
start_proxy -A WITH_IPV6 -A WITH_OFFICE -A WITH_ROAMING -A 'EXISTING="^73[0-4][0-9]$"'
add_users dect 2001:db8::45 7301 7312
add_host provider2 2001:db8::71
CARRIER_CALLING=2001:db8::71
add_attacker one 2001:db8::99
start_office_capture udp port 5060
keep_alive 9
for n in $(seq 1 12); do
    at "$((n * 4)).$((n * 37 % 100))" incoming "$((5070 + n))" "$((7301 + n * 5 % 12))" "0555$((n % 10))01$((10 + n * 7))" "$((2 + n % 5))s"
done
at 11 attack A1 scan one 5068 "svwar asks for 7280 to 7379 by OPTIONS over IPv6, three a second." \
    "$(version_of svwar)" svwar -6 -b 2001:db8::99 -x '[2001:db8::99]' -P 5068 -t 0.33 -m OPTIONS -e 7280-7379 2001:db8::1
play
wait_for A1
close_office
