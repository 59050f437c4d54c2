# One host outside calls the extensions of an office under one number, one every nine seconds, while
# the office telephones as ever.
relocate firm.example.com 5060 10.128.0 198.19.200 203.0.113
EXTENSIONS=(311 312 313 314 315 316 317 318)
EXISTING='^3[0-1][0-9]$'
WEAK=none
open_office
add_attacker centre 203.0.113.61
start_office_capture
keep_alive 23
office_day 213 165
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
called=(314 311 317 312 316 318 313 315 311 314 312 317 316)
# SIPp makes its first call after nine seconds; phones ring for four, one of three is not answered.
for n in "${!called[@]}"; do
    echo "${called[n]};0305557700;" >>"$scratch/called.csv"
    [ $((n % 3)) = 1 ] || at "$((21 + 9 * n))" tell "${called[n]}" accept
done
at 8 attack A1 spit centre 5064 "One host calls thirteen times under one number, one call every nine seconds, and plays twelve seconds to whoever answers." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/spit.xml" -nostdin -inf "$scratch/called.csv" \
    -i 203.0.113.61 -mi 203.0.113.61 -p 5064 -key agent "Linphone/3.12.0 (belle-sip/1.6.3)" -d 12000 -r 1 -rp 9000 -m 13 -l 13 10.128.0.1:5060
play
wait "${pid_of[A1]}" || true # whoever is called may hang up first
close_office
