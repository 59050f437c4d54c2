# The user of 2204 has a desk phone and a softphone in a mobile network, both registered: calls ring
# at both and are answered by one or the other; the softphone also calls.
# linphone does not name itself in every response.
tolerated="neither User-Agent nor Server"
relocate example.com 5060 192.168.88 198.18.7 100.64.150
EXTENSIONS=(2201 2202 2203 2204 2205 2206)
EXISTING='^22[0-1][0-9]$'
WEAK=none
open_office -A WITH_ROAMING
add_outsider mobile 100.64.150.33
start_office_capture
keep_alive 16
linphone mobile mobile 2204 secret2204
office_day 227 110 22-60
n=0
for device in mobile 2204 mobile; do
    second=$((24 + 12 * n))
    at "$second" tell 2201 dial "sip:2204@$DOMAIN"
    at "$((second + 3))" tell "$device" accept
    at "$((second + 8))" tell 2201 hangup
    n=$((n + 1))
done
at 84 tell mobile dial "sip:2202@$DOMAIN"
at 86 tell 2202 accept
at 91 tell mobile hangup
play
close_office
