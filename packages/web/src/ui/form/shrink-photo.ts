/** The longest side of a photo that leaves the phone. */
export const LONGEST_SIDE = 2048;
const QUALITY = 0.82;

/** The size that fits into a square of `longest`, sides in proportion, never larger than it was and never zero. */
export function shrunkSize(
  size: { readonly width: number; readonly height: number },
  longest = LONGEST_SIDE,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longest / Math.max(size.width, size.height));
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

/** `IMG_1.HEIC` -> `IMG_1.jpg`. */
export const jpegName = (name: string): string => `${name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`;

const decode = async (file: File): Promise<ImageBitmap | undefined> => {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    // A picture this browser cannot read (HEIC on Windows) goes to the server as it is.
    return undefined;
  }
};

/** A photo of at most 2,048 px without its place and camera data; whatever is no readable picture stays as it is. */
export async function shrinkPhoto(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') return file;
  const picture = await decode(file);
  if (picture === undefined) return file;
  const { width, height } = shrunkSize(picture);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY);
  });
  return blob === null ? file : new File([blob], jpegName(file.name), { type: 'image/jpeg' });
}
