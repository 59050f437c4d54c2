# A hotline is opened: forty callers outside, each with its own address, call it within half a minute.
# Who hears that it is busy calls again. All are people; every call is acknowledged and ended.
open_office
echo "1010 normal" >>"$scratch/users"
add_host hotline 192.0.2.30
add_outsider callers 198.51.100.100
phone hotline-registers hotline register -p 5060 -s 1010 -au 1010 -ap secret1010 "$PROXY:5060"
wait_for hotline-registers
MAX_SECONDS=$OFFICE_SECONDS start hotline hotline env TERM=dumb sipp -sf "$here/sipp/hotline.xml" -nostdin -i 192.0.2.30 -mi 192.0.2.30 -p 5060 -s 1010
wait_until 10 listens hotline 5060
crowd 1010 198.51.100.{101..140}
start_office_capture
keep_alive 10
office_day 83 70 18-65
incoming+=(crowd)
at 20 start crowd callers env TERM=dumb sipp -sf "$here/sipp/crowd.xml" -nostdin -inf "$scratch/called.csv" -t ui -max_socket 200 \
    -ip_field 2 -cid_str "%u-%p" -i 198.51.100.100 -mi 198.51.100.100 -p 5060 -key agent "Grandstream GXP2135 1.0.11.79" -r 4 -m 110 -l 80 192.0.2.1:5060
play
close_office
