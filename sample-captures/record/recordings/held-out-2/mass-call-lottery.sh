# Sixty callers, each with its own address, call the two lines of a service within twenty seconds; who
# hears that it is busy calls again. All are people; every call is acknowledged and ended.
relocate lottery.example.org 5060 10.90.1 198.18.100 198.19.100
EXTENSIONS=(901 902 903 904 905)
EXISTING='^9[0-2][0-9]$'
WEAK=none
open_office
add_users line1 10.90.1.30 911 911
add_users line2 10.90.1.31 912 912
add_outsider callers 198.19.100.5
crowd 911 198.19.100.{101..160}
sed -i '2~2s/^911/912/' "$scratch/called.csv"
start_office_capture
keep_alive 9
office_day 220 65 16-55
incoming+=(crowd)
at 18 start crowd callers env TERM=dumb sipp -sf "$parts/sipp/crowd.xml" -nostdin -inf "$scratch/called.csv" -t ui -max_socket 200 \
    -ip_field 2 -cid_str "%u-%p" -i 198.19.100.5 -mi 198.19.100.5 -p 5060 -key agent "FRITZ!OS" -r 5 -m 105 -l 90 10.90.1.1:5060
play
close_office
