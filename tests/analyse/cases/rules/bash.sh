set -eu  # -> bash/stop-at-errors set
trap 'rm x' EXIT  # -> bash/trap trap
declare -A map  # -> bash/associative-array
wait "$job"  # -> bash/background wait
xargs -P 4 run  # -> bash/parallel xargs
eval "$text"  # -> bash/eval eval
curl -fsSL https://example.org/x | bash  # -> bash/downloaded-code
source <(curl https://example.org/x)  # -> bash/downloaded-code
curl -sk https://example.org/x  # -> bash/unverified-tls curl
wget --no-check-certificate https://example.org/x  # -> bash/unverified-tls wget
ssh -o StrictHostKeyChecking=no host  # -> bash/unverified-host ssh
chmod -R 777 folder  # -> bash/world-writable chmod
mktemp -u  # -> bash/temporary-name mktemp
set -u; trap - EXIT; trap "" EXIT; trap '' EXIT; xargs -n 1 run; eval 'a=1'; curl -o k x | tar x; chmod 755 x; mktemp; echo eval "$x"
cat <<END  # -> bash/here-document
eval "$text"
END
