# Over IPv6 two hosts flood the proxy with OPTIONS. SIPp is the phones and brings them calls.
MAX_SECONDS=150
add_host proxy "$PROXY6"
PROXY=[$PROXY6]
start_proxy -A WITH_IPV6 -A WITH_OFFICE -A WITH_ROAMING -A 'EXISTING="^83[0-4][0-9]$"'
add_users dect 2001:db8::61 8301 8310
add_host provider2 2001:db8::71
CARRIER_CALLING=2001:db8::71
for n in 1 2; do add_attacker "asker$n" "2001:db8::9$n"; done
start_office_capture udp port 5060
keep_alive 8
for n in $(seq 1 13); do
    at "$((n * 4)).$((n * 53 % 100))" incoming "$((5070 + n))" "$((8301 + n * 3 % 10))" "0555$((n % 10))01$((10 + n * 6))" "$((2 + n % 4))s"
done
for n in 1 2; do
    at "$((15 + 3 * n))" attack "A1-$n" dos "asker$n" "$((5060 + n))" "Two hosts send 220 OPTIONS each for 8307, 45 a second each, and wait for no answer." \
        "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/flood-options.xml" -nostdin -default_behaviors none \
        -i "2001:db8::9$n" -p "$((5060 + n))" -s 8307 -r 45 -m 220 "[2001:db8::1]:5060"
done
play
wait_for A1-1 A1-2
close_office
